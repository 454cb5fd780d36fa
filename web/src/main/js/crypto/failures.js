// What can go wrong, told apart only as far as a reader may know it.

/** Something sealed does not open; the message never says which check refused it. */
export class OpenFailed extends Error {
  constructor() {
    super('cannot be opened');
    this.name = 'OpenFailed';
  }
}

/** A public key that is none. */
export class BadKey extends Error {
  constructor() {
    super('not a usable public key');
    this.name = 'BadKey';
  }
}

/** A rule was broken in the open; `reason` is a stable code. */
export class Refused extends Error {
  constructor(reason) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
  }
}

/** Runs the work and turns whatever it throws into OpenFailed. */
export async function opening(work) {
  try {
    return await work();
  } catch {
    throw new OpenFailed();
  }
}
