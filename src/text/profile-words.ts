interface Executes {
  name: string;
  foreignKeys: boolean;
  transaction: 'none' | 'file' | 'all';
}

/** How production executes, in a few words. */
export function profileWords({ name, foreignKeys, transaction }: Executes): string {
  const keys = `${name} with foreign keys ${foreignKeys ? 'on' : 'off'}`;
  return transaction === 'all' ? `${keys} (all in one transaction)` : keys;
}
