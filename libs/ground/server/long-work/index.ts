export * from './long-work-kind.js';
export { BegunDto } from './long-work.dto.js';
export * from './long-work.errors.js';
export { LongWorks } from './long-works.js';
