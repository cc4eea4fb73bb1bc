import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../shared/schema/message.ts';
import {
  dropOutgoing,
  failOutgoing,
  interrupted,
  keepDraft,
  openOutgoing,
  outgoingStore,
  putOutgoing,
  restore,
  toShown,
} from './outgoing.ts';

const hello = { id: 'u1', conversation: 'c1', text: 'Hello', at: '2026-11-21T08:00:00.000Z', after: 3 };
const arrived: Message = {
  id: 'm4',
  number: 4,
  at: hello.at,
  from: { kind: 'agent', name: 'Anna' },
  parts: [{ type: 'text', text: 'Hello' }],
};

describe('what an agent has under way', () => {
  beforeEach(() => {
    openOutgoing('anna');
    outgoingStore.setState({ drafts: {}, messages: [] });
  });

  it('keeps a draft for each conversation, and none once it is empty', () => {
    keepDraft('c1', 'Dear Maria');
    keepDraft('c2', 'Dzień dobry');
    keepDraft('c1', '');
    expect(outgoingStore.getState().drafts).toEqual({ c2: 'Dzień dobry' });
  });

  it('keeps a message that failed, and sends it again as the same one', () => {
    putOutgoing(hello);
    failOutgoing('u1', 'The server cannot be reached.');
    expect(outgoingStore.getState().messages).toEqual([
      { ...hello, failure: 'The server cannot be reached.' },
    ]);
    putOutgoing(hello);
    expect(outgoingStore.getState().messages).toEqual([{ ...hello, failure: null }]);
    dropOutgoing('u1');
    expect(outgoingStore.getState().messages).toEqual([]);
  });

  it('survives a reload, and says of what was under way that it was interrupted', () => {
    keepDraft('c1', 'half a sentence');
    putOutgoing(hello);
    const stored = localStorage.getItem('baton.outgoing.anna');
    expect(restore(stored)).toEqual({
      drafts: { c1: 'half a sentence' },
      messages: [{ ...hello, failure: interrupted }],
    });
  });

  it('is kept for each person at the same browser', () => {
    keepDraft('c1', 'written by Anna');
    openOutgoing('marek');
    expect(outgoingStore.getState().drafts).toEqual({});
    openOutgoing('anna');
    expect(outgoingStore.getState().drafts).toEqual({ c1: 'written by Anna' });
  });

  it('begins empty when what this browser kept cannot be read', () => {
    expect(restore('{"drafts":')).toEqual({ drafts: {}, messages: [] });
    expect(restore(null)).toEqual({ drafts: {}, messages: [] });
  });

  it('is not shown twice when the stream is faster than the answer', () => {
    const sending = { ...hello, failure: null };
    const again = { ...hello, id: 'u2', failure: null };
    expect(toShown([sending, again], [arrived])).toEqual([again]);
    expect(toShown([sending], [{ ...arrived, number: 3 }])).toEqual([sending]);
  });

  it('is shown for as long as it has failed, whatever else was said', () => {
    const failed = { ...hello, failure: 'The server cannot be reached.' };
    expect(toShown([failed], [arrived])).toEqual([failed]);
  });
});
