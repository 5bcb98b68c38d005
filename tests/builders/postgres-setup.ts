import type { TestProject } from 'vitest/node';
import { makeTemplate } from './postgres-database.ts';
import { makeTestServer } from './postgres-server.ts';

/** Starts the PostgreSQL that the tests of this run share, with an empty database to copy. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await makeTestServer();
  await makeTemplate((database) => server.place(database));
  project.config.env = { ...project.config.env, FIRST_DAY_TEST_SERVER_PORT: String(server.port) };
  process.env['FIRST_DAY_TEST_SERVER_PORT'] = String(server.port);
  return () => server.remove();
}
