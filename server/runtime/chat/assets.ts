import { HttpProblem } from '../../http/http-problem.ts';
import type { Download } from '../../services.ts';
import type { RuntimeDeps } from '../deps.ts';

/** A picture of a bot file: of the live settings, else of the newest release. */
export async function readAsset(deps: RuntimeDeps, id: string, name: string): Promise<Download> {
  const bot = await deps.bots.read(id);
  const running = bot?.currentRelease ? await deps.bots.release(id, bot.currentRelease) : null;
  if (!bot || !running) throw new HttpProblem(404, 'not-found');
  const live = await deps.bots.settings(bot, running);
  const data = toOwn(live.assets, name) ?? toOwn(running.release.settings.assets, name);
  const [, mime, base64] = /^data:([^;,]+);base64,(.*)$/s.exec(data ?? '') ?? [];
  if (mime === undefined || base64 === undefined) throw new HttpProblem(404, 'not-found');
  const content = Buffer.from(base64, 'base64');
  return {
    name: `${name}.${mime.split('/')[1]?.split('+')[0] ?? 'bin'}`,
    mime,
    size: content.length,
    content,
  };
}

function toOwn(assets: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(assets, name) ? assets[name] : undefined;
}
