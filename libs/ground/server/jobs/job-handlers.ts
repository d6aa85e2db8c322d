import { Injectable } from '@nestjs/common';
import { MarkedMethods } from '../marked-methods.js';
import { jobKey, type JobMark, type JobRun } from './on-job.js';

export type JobPayload = Readonly<Record<string, unknown>>;

export interface JobHandler extends Required<Pick<JobMark, 'name' | 'attempts'>> {
  readonly every: number | null;
  run(payload: JobPayload, run: JobRun): Promise<unknown>;
}

const usualAttempts = 10;

/** All methods marked with `@Job`, found once. */
@Injectable()
export class JobHandlers {
  private found: Map<string, JobHandler> | null = null;

  constructor(private readonly marked: MarkedMethods) {}

  all(): readonly JobHandler[] {
    return [...this.byName().values()];
  }

  /** Throws for a name that no room carries out: such a job would wait for ever. */
  get(name: string): JobHandler {
    const found = this.byName().get(name);
    if (!found) throw new Error(`no @Job carries out ${name}`);
    return found;
  }

  private byName(): Map<string, JobHandler> {
    return (this.found ??= this.find());
  }

  private find(): Map<string, JobHandler> {
    const byName = new Map<string, JobHandler>();
    for (const { mark, call } of this.marked.with<JobMark, JobHandler['run']>(jobKey)) {
      const { name, attempts = usualAttempts, every = null } = mark;
      if (byName.has(name)) throw new Error(`two methods carry out ${name}`);
      byName.set(name, { name, attempts, every, run: call });
    }
    return byName;
  }
}
