import { expect, it } from 'vitest';
import { createSerial } from './serial.ts';

function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

it('runs what has one key in order, and lets another key pass', async () => {
  const { run } = createSerial();
  const [gate, order] = [createGate(), [] as string[]];
  const first = run('a', async () => {
    await gate.opened;
    order.push('a1');
  });
  const second = run('a', async () => void order.push('a2'));
  await run('b', async () => void order.push('b1'));
  gate.open();
  await Promise.all([first, second]);
  expect(order).toEqual(['b1', 'a1', 'a2']);
});

it('goes on after what failed, and tells only whom it concerns', async () => {
  const { run } = createSerial();
  const failing = run('a', async () => Promise.reject(new Error('lost')));
  const next = run('a', async () => 'next');
  await expect(failing).rejects.toThrow('lost');
  expect(await next).toBe('next');
  expect(await run('a', async () => 'later')).toBe('later');
});

it('says when no work is left, also when some of it failed and some was added meanwhile', async () => {
  const { run, idle } = createSerial();
  const gate = createGate();
  const done: string[] = [];
  const failing = run('a', async () => Promise.reject(new Error('lost'))).catch(() => undefined);
  const held = run('b', async () => {
    await gate.opened;
    void run('c', async () => void done.push('c'));
  });
  const ended = idle().then(() => done.push('idle'));
  await failing;
  gate.open();
  await Promise.all([held, ended]);
  expect(done).toEqual(['c', 'idle']);
  await idle();
});
