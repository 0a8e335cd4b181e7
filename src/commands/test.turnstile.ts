interface Waiting {
  lock: string | undefined;
  enter: () => void;
}

/** Lets a few in at a time, first come first served, and never two with the same lock; who waits for a lock is overtaken. */
export class Turnstile {
  private readonly queue: Waiting[] = [];
  private readonly held = new Set<string>();
  private free: number;

  constructor(places: number) {
    this.free = places;
  }

  /** Resolves when there is a place; the function that it gives must be called on leaving. */
  enter(lock?: string): Promise<() => void> {
    return new Promise((resolve) => {
      this.queue.push({ lock, enter: () => resolve(() => this.leave(lock)) });
      this.admit();
    });
  }

  private leave(lock: string | undefined): void {
    this.free++;
    if (lock !== undefined) this.held.delete(lock);
    this.admit();
  }

  private admit(): void {
    for (let next = this.nextAdmitted(); next; next = this.nextAdmitted()) {
      this.queue.splice(this.queue.indexOf(next), 1);
      this.free--;
      if (next.lock !== undefined) this.held.add(next.lock);
      next.enter();
    }
  }

  private nextAdmitted(): Waiting | undefined {
    return this.free > 0 ? this.queue.find(({ lock }) => lock === undefined || !this.held.has(lock)) : undefined;
  }
}
