/** The style of the readable page; a file of its own in the browser, since the policy allows no inline style. */
export const docsStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
nav { display: flex; flex-wrap: wrap; gap: 1rem; }
h1 { font-size: 1.75rem; margin: 0; }
h2 { margin: 2rem 0 0.5rem; text-transform: capitalize; }
h3 { font-size: 0.875rem; margin: 1rem 0 0.25rem; }
details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
summary { padding: 0.6rem 0; cursor: pointer; display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; }
summary::before { content: '+'; width: 0.75rem; }
details[open] > summary::before { content: '−'; }
summary code { overflow-wrap: anywhere; }
summary code.get, summary code.post, summary code.put, summary code.patch, summary code.delete { font-weight: 700; min-width: 4rem; }
pre { overflow: auto; max-height: 30rem; padding: 0.75rem; border-radius: 0.5rem; font-size: 0.8125rem;
  background: color-mix(in srgb, currentColor 7%, transparent); }
`;
