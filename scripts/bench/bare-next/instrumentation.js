/** Nothing to begin with. Without this file Next takes the one of the repository, and the bare server would do our work. */
export function register() {}
