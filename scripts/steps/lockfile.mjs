/**
 * @typedef {{ version?: string, resolved?: string, optional?: boolean, dev?: boolean, license?: string, os?: string[], cpu?: string[], libc?: string[], engines?: Record<string, string>, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {Record<string, LockEntry>} LockPackages
 */

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x'];

/**
 * The packages of a lock file made whole: npm leaves the binaries of other systems out when the registry in use does
 * not carry them, and then `npm ci` refuses the file everywhere. It also drops the addresses of the registry in use.
 * @param {LockPackages} packages
 * @returns {LockPackages}
 */
export function completePackages(packages) {
  const whole = Object.fromEntries(
    Object.entries(packages).map(([path, { resolved: _dropped, ...entry }]) => [path, entry]),
  );
  for (const { name, version, owner } of findMissing(packages)) {
    whole[`node_modules/${name}`] = toPlatformEntry(name, version, packages[owner] ?? {});
  }
  return Object.fromEntries(Object.entries(whole).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

/**
 * Optional packages, such as a binary for another system, that are asked for but have no entry.
 * @param {LockPackages} packages
 * @returns {{ name: string, version: string, owner: string }[]}
 */
export function findMissing(packages) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !homesOf(owner, name).some((path) => path in packages))
      .map(([name, version]) => ({ name, version, owner })),
  );
}

/**
 * @param {string} name ends in its system, such as `binding-linux-arm64-musl`
 * @param {string} version
 * @param {LockEntry} owner
 * @returns {LockEntry}
 */
function toPlatformEntry(name, version, owner) {
  const words = name.split(/[-/]/);
  const os = systems
    .filter((system) => words.includes(system))
    .map((system) => (system === 'windows' ? 'win32' : system));
  const cpu = processors.filter((processor) => words.includes(processor));
  // Binaries come out together with the package that asks for them, also where it names a range.
  const exact = version.replace(/^[\^~]/, '');
  if (os.length !== 1 || cpu.length !== 1 || !/^\d/.test(exact)) {
    throw new Error(
      `${name}@${version} has no entry in package-lock.json, and its system cannot be told from its name`,
    );
  }
  const last = words.at(-1) ?? '';
  const libc = last.startsWith('musl') ? ['musl'] : last.startsWith('gnu') ? ['glibc'] : undefined;
  return {
    version: exact,
    cpu,
    ...(owner.dev ? { dev: true } : {}),
    ...(libc ? { libc } : {}),
    ...(owner.license ? { license: owner.license } : {}),
    optional: true,
    os,
    ...(owner.engines ? { engines: owner.engines } : {}),
  };
}

/**
 * Where Node would look for a package, from the folder of the one that asks up to the top.
 * @param {string} owner
 * @param {string} name
 */
function homesOf(owner, name) {
  const homes = [];
  for (let at = owner; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    homes.push(`${at}/node_modules/${name}`);
  }
  return [...homes, `node_modules/${name}`];
}
