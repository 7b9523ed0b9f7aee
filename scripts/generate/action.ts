import { outputs } from '../../src/host/publish/outputs.ts';
import { inputs } from '../../src/settings/inputs.ts';
import { between, type GeneratedPart, markdownTable } from './part.ts';

/** `action.yml`: what stands above `inputs:` and below `runs:` is written by hand. */
export const actionFile: GeneratedPart = {
  file: 'action.yml',
  make(current) {
    const head = current.slice(0, current.indexOf('\ninputs:\n') + 1);
    const runs = current.slice(current.indexOf('\nruns:\n') + 1);
    return `${head}inputs:\n${inputLines()}\n\noutputs:\n${outputLines()}\n\n${runs}`;
  },
};

function inputLines(): string {
  return inputs
    .flatMap(({ name, description, required, actionDefault }) => [
      `  ${name}:`,
      `    description: ${JSON.stringify(description)}`,
      `    required: ${required ?? false}`,
      ...(actionDefault === undefined ? [] : [`    default: ${actionDefault}`]),
    ])
    .join('\n');
}

function outputLines(): string {
  return outputs
    .flatMap(({ name, description }) => [`  ${name}:`, `    description: ${JSON.stringify(description)}`])
    .join('\n');
}

/** The README's tables of inputs and outputs. */
export function inputAndOutputTables(readme: string): string {
  const rows = (entries: readonly { name: string; description: string }[]) =>
    entries.map(({ name, description }) => [`\`${name}\``, description]);
  const withInputs = between(readme, 'inputs', markdownTable(['input', 'meaning'], rows(inputs)));
  return between(withInputs, 'outputs', markdownTable(['output', 'meaning'], rows(outputs)));
}
