/** `1,234`. Not toLocaleString: the first call of that loads tables that cost more than a small report. */
export function whole(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `3 rows`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${whole(number)} ${number === 1 ? one : many}`;
}
