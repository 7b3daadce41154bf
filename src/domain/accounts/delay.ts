/**
 * How long an answer to a sign-in waits, in milliseconds, after wrong passwords within fifteen minutes. It grows for an account
 * tried from one address, and only a little for the account as a whole, so that a stranger can't keep a chair out at 9:59: the
 * right password always gets in, later at worst.
 */
export function waitAfter(failures: { ofAccountAndAddress: number; ofAccount: number }): number {
  const grown = (n: number, free: number, most: number) => (n < free ? 0 : Math.min(most, 250 * 2 ** (n - free)));
  return Math.max(grown(failures.ofAccountAndAddress, 3, 8000), grown(failures.ofAccount, 10, 2000));
}
