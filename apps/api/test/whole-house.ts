import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { Permission } from '@plenary/ground/kernel';
import { permissionsKey, needKey } from '@plenary/ground/server';
import { startTestApp } from '@plenary/ground/testing';
import { roomEntities, roomMigrations, rooms } from '../rooms.js';

/** The house as it is shipped, with all its rooms. */
export const startWholeHouse = () =>
  startTestApp({ imports: rooms, entities: roomEntities, migrations: roomMigrations });

/** A method that answers requests or messages, and what its door asks for; undefined when nobody said. */
export interface Handler {
  readonly name: string;
  readonly need: string | undefined;
  /** Those that the handler serves. */
  readonly permissions: readonly Permission[];
  readonly route: { readonly verb: string; readonly path: string } | null;
  /** Classes of what the method is handed, as the compiler wrote them down: shapes of bodies among them. */
  readonly takes: readonly unknown[];
}

/** Every handler of every controller and gateway, from the container and not from a list kept by hand. */
export function handlersOf(app: INestApplication): Handler[] {
  const classes = new Set<new () => object>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of [...module.controllers.values(), ...module.providers.values()]) {
      if (typeof metatype === 'function' && metatype.prototype) classes.add(metatype as new () => object);
    }
  }
  return [...classes].flatMap(handlersIn);
}

function handlersIn(type: new () => object): Handler[] {
  const below = Reflect.getMetadata(PATH_METADATA, type) as string | undefined;
  return Object.getOwnPropertyNames(type.prototype).flatMap((property) => {
    const method = Object.getOwnPropertyDescriptor(type.prototype, property)?.value as unknown;
    if (typeof method !== 'function' || property === 'constructor') return [];
    const verb = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined;
    const isMessage = Reflect.getMetadata('websockets:message_mapping', method) === true;
    if (verb === undefined && !isMessage) return [];
    const need = (Reflect.getMetadata(needKey, method) ?? Reflect.getMetadata(needKey, type)) as
      string | undefined;
    const permissions = (Reflect.getMetadata(permissionsKey, method) ?? []) as readonly Permission[];
    const path = Reflect.getMetadata(PATH_METADATA, method) as string;
    const route = verb === undefined ? null : { verb: RequestMethod[verb], path: pathOf(below ?? '', path) };
    const takes = (Reflect.getMetadata('design:paramtypes', type.prototype as object, property) ??
      []) as unknown[];
    return [{ name: `${type.name}.${property}`, need, permissions, route, takes }];
  });
}

function pathOf(below: string, path: string): string {
  const whole = [below, path]
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/');
  return whole.startsWith('health/') ? `/${whole}` : `/api/${whole}`;
}
