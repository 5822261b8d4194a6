/** A sandbox is not started because it would not be safe. The message is for who wanted it. */
export class SandboxRefused extends Error {}
