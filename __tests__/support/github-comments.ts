import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StoredComment {
  id: number;
  body: string;
  html_url: string;
  user: { type: string };
  author_association: string;
}

/** A stand-in for GitHub's comments of one pull request on the loopback, by its REST documentation. */
export class GithubComments {
  comments: StoredComment[] = [];
  /** `GET /path` of every call, in order. */
  calls: string[] = [];
  /** Answers every call with this instead. */
  refusal: { status: number; headers?: Record<string, string> } | undefined;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  add(body: string, by: Partial<StoredComment> = {}): StoredComment {
    const id = (this.comments.at(-1)?.id ?? 0) + 1;
    const html_url = `https://github.test/o/r/pull/7#issuecomment-${id}`;
    const made = { id, body, html_url, user: { type: 'Bot' }, author_association: 'NONE', ...by };
    this.comments.push(made);
    return made;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    const { pathname, searchParams } = new URL(url, 'http://host');
    this.calls.push(`${method} ${pathname}`);
    const say = (status: number, value?: unknown, more: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...more });
      response.end(value === undefined ? undefined : JSON.stringify(value));
    };
    if (this.refusal !== undefined) return say(this.refusal.status, {}, this.refusal.headers);
    if (headers.authorization !== 'Bearer secret') return say(401, {});
    const { body = '' } = parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : {};
    if (pathname === '/repos/o/r/issues/7/comments') {
      if (method === 'POST') return body.length > 65_536 ? say(422, {}) : say(201, this.add(body));
      const [size, page] = [Number(searchParams.get('per_page')), Number(searchParams.get('page'))];
      return say(200, this.comments.slice((page - 1) * size, page * size));
    }
    const id = Number(/^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(pathname)?.[1]);
    const one = this.comments.find((comment) => comment.id === id);
    if (one === undefined) return say(404, {});
    if (method === 'DELETE') {
      this.comments = this.comments.filter((comment) => comment !== one);
      return say(204);
    }
    one.body = body;
    say(200, one);
  }
}
