import { refuse } from '@plenary/ground/collab/engine';
import {
  limits,
  type CursorRequest,
  type JoinRequest,
  type LeaveRequest,
  type PushRequest,
  type VerifyRequest,
} from '@plenary/ground/collab/protocol';
import { isId } from '@plenary/ground/kernel';

/** What arrives from a socket: nothing about it is known. Each reader answers the shape or throws `message.invalid`. */
type Raw = Readonly<Record<string, unknown>>;

const documentLength = 80;

export function readJoin(value: unknown): JoinRequest {
  const raw = record(value);
  return {
    document: document(raw),
    // Apps from before there were several do not say it.
    model: raw['model'] === undefined ? 1 : whole(raw, 'model', 1, 1_000),
    schema: whole(raw, 'schema', 1, 1_000_000),
    epoch: raw['epoch'] === null || raw['epoch'] === undefined ? null : whole(raw, 'epoch', 1, 2 ** 31),
    stateVector: bytes(raw, 'stateVector', limits.stateVectorBytes),
    clientIds: whole(raw, 'clientIds', 0, limits.clientIdsPerJoin),
    ...writesFor(raw),
  };
}

function writesFor({ writesFor: value }: Raw): Pick<JoinRequest, 'writesFor'> {
  if (value === undefined) return {};
  return value === null || isId(value) ? { writesFor: value } : invalid('writesFor');
}

export function readPush(value: unknown): PushRequest {
  const raw = record(value);
  return { document: document(raw), epoch: whole(raw, 'epoch', 1, 2 ** 31), update: bytes(raw, 'update') };
}

export function readLeave(value: unknown): LeaveRequest {
  return { document: document(record(value)) };
}

export function readCursor(value: unknown): CursorRequest {
  const raw = record(value);
  return {
    document: document(raw),
    clientId: whole(raw, 'clientId', 0, 2 ** 32),
    // Its depth and size are judged by the engine.
    cursor: raw['cursor'] as CursorRequest['cursor'],
  };
}

export function readVerify(value: unknown): VerifyRequest {
  const raw = record(value);
  const hash = raw['hash'];
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) invalid('hash');
  return {
    document: document(raw),
    stateVector: bytes(raw, 'stateVector', limits.stateVectorBytes),
    hash: hash as string,
  };
}

function invalid(field: string): never {
  return refuse('message.invalid', { field });
}

function record(value: unknown): Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Raw)
    : invalid('message');
}

function document(raw: Raw): string {
  const value = raw['document'];
  return typeof value === 'string' && value.length <= documentLength ? value : invalid('document');
}

function whole(raw: Raw, field: string, least: number, most: number): number {
  const value = raw[field];
  const fits = Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
  return fits ? (value as number) : invalid(field);
}

/** Binary, as the parser gives it: a Buffer, or an ArrayBuffer from clients that pack it so. */
function bytes(raw: Raw, field: string, most = Infinity): Uint8Array {
  const value = raw[field];
  const given = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
  if (!(given instanceof Uint8Array)) return invalid(field);
  return given.byteLength <= most ? given : refuse('message.invalid', { field, most });
}
