/** What CONTRIBUTING.md says is left to do for a new thing of this kind, with its own name instead of the example's. */
export function stepsFor(kind: string, name: string, guide: string): string {
  const heading = new RegExp(`^### A new (?:report )?${kind}\\n+`, 'm').exec(guide);
  if (heading === null) throw new Error(`CONTRIBUTING.md has no section "A new ${kind}".`);
  const [section = ''] = guide.slice(heading.index + heading[0].length).split(/^##/m);
  // The first step is this command, and names the example.
  const [first = '', ...rest] = section.trim().split('\n');
  const example = /npm run new -- \S+ ([a-z0-9-]+)/.exec(first)?.[1] ?? '';
  const words = new RegExp(`<(?:id|${kind})>|\\b${example}\\b`, 'g');
  return example === '' ? rest.join('\n') : rest.join('\n').replace(words, name);
}
