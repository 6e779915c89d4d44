/** What goes wrong between the browser and the server. */
export interface RouteFault {
  method: string;
  /** Start of the path below the base path, e.g. `/connections`. */
  path: string;
  /** Answer with this status, and with `body` as the media type `type`. */
  status?: number;
  body?: string;
  type?: string;
  headers?: Record<string, string>;
  /** Answer once other faults, or none, are in force. */
  held?: boolean;
  /** Break the connection. */
  drop?: boolean;
  /** How often; without end when absent. */
  times?: number;
}

/** The faults that are in force, and a log of the requests that met them. */
export class RouteFaults {
  #faults: RouteFault[] = [];
  #log: string[] = [];
  #release = () => {};
  #released = Promise.resolve();

  /** Puts faults in force, instead of those before. */
  set(faults: RouteFault[]): void {
    this.#faults = faults;
    this.#release();
    this.#released = new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** Notes a request, and resolves to what is to go wrong with it. */
  async meet(method: string, path: string): Promise<RouteFault | undefined> {
    this.#log.push(`${method} ${path}`);
    const fault = this.#faults.find((one) => one.method === method && path.startsWith(one.path));
    if (fault?.times === 1) this.#faults = this.#faults.filter((one) => one !== fault);
    else if (fault?.times !== undefined) fault.times -= 1;
    if (fault?.held) await this.#released;
    return fault;
  }

  /** Method and path of every request since the last call. */
  takeLog(): string[] {
    return this.#log.splice(0);
  }
}
