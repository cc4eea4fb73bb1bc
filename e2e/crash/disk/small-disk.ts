import { spawnSync } from 'node:child_process';
import { statfsSync } from 'node:fs';

const size = '48m';

/** Puts a small file system of its own under a folder; null where that is not allowed (it takes root on Linux). */
export function mountSmallDisk(folder: string): { unmount(): void } | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (mounted.status !== 0) return null;
  const unmount = () => void spawnSync('umount', ['-l', folder]);
  process.once('exit', unmount);
  return {
    unmount: () => {
      process.off('exit', unmount);
      unmount();
    },
  };
}

/** Whether the folder lies on such a file system. */
export function isSmallDisk(folder: string): boolean {
  const { bsize, blocks } = statfsSync(folder);
  return bsize * blocks <= 64 * 1024 * 1024;
}
