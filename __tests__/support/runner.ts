/** How GitHub's runner reads what a step prints and writes, as far as a test needs it. */

export interface Command {
  form: 'current' | 'legacy';
  name: string;
  properties: Record<string, string>;
  data: string;
}

const NAMES = new Set([
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'debug',
  'warning',
  'error',
  'notice',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
]);

/** Every command that the runner would carry out of a log, stdout or stderr. */
export function commandsIn(log: string): Command[] {
  return log.split(/\r\n|[\r\n]/).flatMap((line) => currentForm(line) ?? legacyForm(line) ?? []);
}

/** `::name key=value,key=value::data` at the start of the line, after white space. */
function currentForm(line: string): Command | undefined {
  // .NET's white space, which JavaScript's is but for U+0085.
  const parts = /^[\s\u0085]*::(.*?)::(.*)$/su.exec(line);
  if (parts === null) return undefined;
  const [, head = '', data = ''] = parts;
  const [name = '', ...rest] = head.split(' ');
  return command('current', name, rest.join(' ').split(','), data, { '%3A': ':', '%2C': ',' });
}

/** `##[name key=value;key=value]data` anywhere in the line. */
function legacyForm(line: string): Command | undefined {
  const parts = /##\[(.*?)\](.*)$/su.exec(line);
  if (parts === null) return undefined;
  const [, head = '', data = ''] = parts;
  const [name = '', ...rest] = head.split(' ');
  return command('legacy', name, rest.join(' ').split(';'), data, { '%3B': ';', '%5D': ']' });
}

function command(
  form: Command['form'],
  name: string,
  pairs: readonly string[],
  data: string,
  special: Readonly<Record<string, string>>,
): Command | undefined {
  if (!NAMES.has(name.toLowerCase())) return undefined;
  const properties = pairs.map((pair) => pair.trim()).filter((pair) => pair.includes('='));
  const entries = properties.map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), unescaped(pair.slice(at + 1), special)];
  });
  return {
    form,
    name: name.toLowerCase(),
    properties: Object.fromEntries(entries),
    data: unescaped(data, {}),
  };
}

/** `%25` is the last to be read, so that nothing is read twice. */
function unescaped(text: string, special: Readonly<Record<string, string>>): string {
  const codes = { '%0D': '\r', '%0A': '\n', ...special, '%25': '%' };
  return Object.entries(codes).reduce(
    (result, [code, character]) => result.replaceAll(code, character),
    text,
  );
}

/** The key-value pairs of a file command such as GITHUB_OUTPUT. Throws where the runner would fail the step. */
export function outputsIn(file: string): Record<string, string> {
  const lines = file.split(/(?<=\n)/);
  const outputs: Record<string, string> = {};
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    const text = line.replace(/\r?\n$/, '');
    if (text === '') continue;
    const [, name, sign, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(text) ?? [];
    if (!name) throw new Error(`neither name=value nor name<<delimiter: ${text}`);
    outputs[name] = sign === '=' ? rest : heredoc(lines, rest);
  }
  return outputs;
}

function heredoc(lines: string[], delimiter: string): string {
  if (delimiter === '') throw new Error('a delimiter is empty');
  const value: string[] = [];
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (!line.endsWith('\n')) break;
    const text = line.replace(/\r?\n$/, '');
    if (text === delimiter) return value.join('\n');
    value.push(text);
  }
  throw new Error(`nothing ends the value at ${delimiter}`);
}
