// What the browser keeps for its visitor. Each value lies under a key of its own, so that two tabs
// never overwrite each other's. Where storage is blocked or full, it lasts as long as the page.

export class Memory {
  #open;
  #prefix;
  #own = {};

  /** @param open gives the storage, or throws where it is blocked */
  constructor(open, prefix) {
    this.#open = open;
    this.#prefix = prefix;
  }

  get(key) {
    return this.#own[key] ?? this.#try((storage) => JSON.parse(storage.getItem(this.#prefix + key)));
  }

  set(key, value) {
    this.#own[key] = value;
    this.#try((storage) => {
      storage.setItem(this.#prefix + key, JSON.stringify(value));
      delete this.#own[key];
    });
  }

  remove(key) {
    delete this.#own[key];
    this.#try((storage) => storage.removeItem(this.#prefix + key));
  }

  /** The values whose keys begin so. */
  all(start) {
    const stored = this.#try((storage) => Object.keys(storage)) ?? [];
    const keys = [...Object.keys(this.#own).map((key) => this.#prefix + key), ...stored];
    const found = keys.filter((key) => key.startsWith(this.#prefix + start));
    return [...new Set(found)].map((key) => this.get(key.slice(this.#prefix.length)));
  }

  #try(use) {
    try {
      return use(this.#open());
    } catch {
      return null;
    }
  }
}
