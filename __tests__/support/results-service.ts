import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface StoredArtifact {
  id: string;
  name: string;
  mimeType: string;
  blocks: Map<string, Buffer>;
  content: Buffer;
  /** There once it is finalised. */
  hash?: string;
}

/** Of a call: in snake case; int64 and wrapped values are plain text. */
type Fields = Readonly<Record<string, string | undefined>>;

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
const IDS = { workflow_run_backend_id: 'run', workflow_job_run_backend_id: 'job' };

/**
 * A stand-in for GitHub's results service and its blob store on the loopback, as the official artifact client sees
 * them. It follows the client's code, not the server's.
 */
export class ResultsService {
  /** In order: `CreateArtifact report`, `PUT block report`, `GET report`. */
  readonly calls: string[] = [];
  /**
   * Answers a call with this status instead of carrying it out, or never, or drops the connection. A 5xx makes the
   * client wait for seconds.
   */
  failure: (call: string) => number | 'hang' | 'drop' | undefined = () => undefined;
  readonly #artifacts = new Map<string, StoredArtifact>();
  readonly #server = createServer((request, response) => {
    this.#answer(request).then(
      (answer) => {
        if (answer === 'drop') request.socket.destroy();
        else if (answer !== 'hang') response.writeHead(answer.status, answer.headers).end(answer.body);
      },
      (error) => response.writeHead(500).end(String(error)),
    );
  });

  async start(): Promise<this> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** What the runner would set. The client never checks the token's signature. */
  env(): Record<string, string> {
    const claims = { scp: `Actions.Results:${Object.values(IDS).join(':')}` };
    const [head, payload] = [{ alg: 'none' }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    return {
      ACTIONS_RESULTS_URL: `${this.#origin()}/`,
      ACTIONS_RUNTIME_TOKEN: `${head}.${payload}.x`,
      GITHUB_SERVER_URL: 'https://github.com',
    };
  }

  /** Names of what was uploaded whole. */
  names(): string[] {
    return this.#finalised().map(({ name }) => name);
  }

  #finalised(): StoredArtifact[] {
    return [...this.#artifacts.values()].filter(({ hash }) => hash !== undefined);
  }

  #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #answer(request: IncomingMessage): Promise<Answer | 'hang' | 'drop'> {
    const url = new URL(request.url ?? '/', this.#origin());
    const body = Buffer.concat(await request.toArray());
    const method = request.method ?? '';
    if (url.pathname.startsWith(SERVICE)) {
      const name = url.pathname.slice(SERVICE.length);
      const fields = JSON.parse(body.toString()) as Fields;
      return this.#recorded([name, fields.name], () => this.#serve(name, fields));
    }
    const name = decodeURIComponent(/^\/blob\/(.+)$/.exec(url.pathname)?.[1] ?? '');
    const part = url.searchParams.get('comp') ?? undefined;
    return this.#recorded([method, part, name], () => {
      const artifact = this.#artifacts.get(name);
      if (artifact === undefined) return refusal(404, 'bad_route', url.pathname);
      if (method === 'GET') return content(artifact);
      return method === 'PUT' ? store(artifact, url, body) : refusal(405, 'bad_method', method);
    });
  }

  #recorded(call: (string | undefined)[], act: () => Answer): Answer | 'hang' | 'drop' {
    const text = call.filter(Boolean).join(' ');
    this.calls.push(text);
    const status = this.failure(text);
    if (status === 'hang' || status === 'drop') return status;
    return status === undefined ? act() : refusal(status, 'forced', `forced ${status}`);
  }

  #serve(method: string, fields: Fields): Answer {
    if (method === 'CreateArtifact') return this.#create(fields);
    if (method === 'ListArtifacts') return json(200, { artifacts: this.#list(fields) });
    const artifact = this.#artifacts.get(fields.name ?? '');
    if (artifact === undefined) return refusal(404, 'not_found', 'there is no such artifact');
    switch (method) {
      case 'FinalizeArtifact':
        return finalise(artifact, fields);
      case 'GetSignedArtifactURL':
        return json(200, { signed_url: this.#url(artifact) });
      case 'DeleteArtifact':
        this.#artifacts.delete(artifact.name);
        return json(200, { ok: true, artifact_id: artifact.id });
      default:
        return refusal(404, 'bad_route', method);
    }
  }

  #create({ name = '', mime_type: mimeType = '' }: Fields): Answer {
    if (this.#artifacts.has(name)) {
      return refusal(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
    }
    const id = String(this.#artifacts.size + 1);
    const artifact = { id, name, mimeType, blocks: new Map<string, Buffer>(), content: Buffer.alloc(0) };
    this.#artifacts.set(name, artifact);
    return json(200, { ok: true, signed_upload_url: this.#url(artifact) });
  }

  #list({ name_filter: name, id_filter: id }: Fields): object[] {
    return this.#finalised()
      .filter((artifact) => (name ?? artifact.name) === artifact.name && (id ?? artifact.id) === artifact.id)
      .map(({ id: database_id, name: ownName, content: { length }, hash: digest }) => {
        const created_at = '2026-01-01T00:00:00Z';
        return { ...IDS, database_id, name: ownName, size: String(length), created_at, digest };
      });
  }

  #url({ name }: StoredArtifact): string {
    return `${this.#origin()}/blob/${encodeURIComponent(name)}`;
  }
}

function finalise(artifact: StoredArtifact, { hash }: Fields): Answer {
  const own = `sha256:${createHash('sha256').update(artifact.content).digest('hex')}`;
  if (hash !== own) return refusal(400, 'invalid_argument', `the hash is ${own}`);
  artifact.hash = own;
  return json(200, { ok: true, artifact_id: artifact.id });
}

function store(artifact: StoredArtifact, { searchParams }: URL, body: Buffer): Answer {
  if (searchParams.get('comp') === 'block') artifact.blocks.set(searchParams.get('blockid') ?? '', body);
  else {
    const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g)];
    artifact.content = Buffer.concat(ids.map(([, id]) => artifact.blocks.get(id ?? '') ?? Buffer.alloc(0)));
  }
  const stamps = { etag: '"1"', 'last-modified': new Date(0).toUTCString(), 'x-ms-request-id': '1' };
  return { status: 201, headers: { ...stamps, 'x-ms-version': '2021-12-02' }, body: '' };
}

function content({ name, mimeType, content: body }: StoredArtifact): Answer {
  const headers = { 'content-type': mimeType, 'content-disposition': `attachment; filename="${name}"` };
  return { status: 200, headers: { ...headers, 'content-length': String(body.length) }, body };
}

function refusal(status: number, code: string, msg: string): Answer {
  return json(status, { code, msg });
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
