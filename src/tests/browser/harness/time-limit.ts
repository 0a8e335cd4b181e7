/** Something has not ended within its time. */
export class TimeLimit extends Error {}

/** What `promise` gives; throws a TimeLimit after so many milliseconds. The work itself cannot be stopped, only left. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const { promise: limit, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeLimit(`has not ended after ${milliseconds / 1000} s`)), milliseconds);
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
