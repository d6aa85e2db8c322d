export * from './http-client.js';
export * from './test-app.js';
