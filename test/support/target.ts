/** A number beside its target and the best of the others (measured in 2026), for whoever reads what the tests say. */
export const tell = (target: string, what: string, measured: number | string, wanted: string, others: string): void =>
  console.info(`${target} ${what}: ${measured} (target ${wanted}; ${others})`);
