import type { DraftFile, DraftNode, KindType } from '../../kinds/document.ts';

/** A node in a sketch: its kind, its data, and where its ports lead. */
export interface Sketched {
  type: KindType;
  data?: Record<string, unknown>;
  to?: Record<string, string> | string;
}

/** A bot in a few lines: flows by id, nodes by id, `to` a node's id or ports to ids. */
export function sketch(
  flows: Record<string, Record<string, Sketched>>,
  bot: Partial<DraftFile['bot']> = {},
): DraftFile {
  return {
    format: 'baton/1',
    bot: {
      name: 'Sketch',
      languages: ['en'],
      persona: {},
      hours: null,
      departments: [],
      handoff: {
        enabled: true,
        waitMinutes: 5,
        answerMinutes: 10,
        agentSilenceMinutes: 60,
        reopenMinutes: 30,
        notify: { emails: [] },
        alternatives: [],
      },
      understanding: { strictness: 'balanced', clarify: true },
      variables: [],
      assets: {},
      ...bot,
    },
    flows: Object.entries(flows).map(([id, nodes]) => ({
      id,
      name: id,
      nodes: Object.entries(nodes).map(
        ([nodeId, { type, data }]): DraftNode => ({
          id: nodeId,
          type,
          position: { x: 0, y: 0 },
          data: data ?? {},
        }),
      ),
      edges: Object.entries(nodes).flatMap(([source, { to }]) =>
        Object.entries(typeof to === 'string' ? { next: to } : (to ?? {})).map(([sourceHandle, target]) => ({
          id: `${source}-${sourceHandle}`,
          source,
          sourceHandle,
          target,
        })),
      ),
    })),
  };
}
