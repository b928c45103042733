// Waiting for a condition, never for a time.

/**
 * Asks `probe` until it gives something true, and gives that. `what` completes the sentence
 * "not seen within … s: what" of the error, which also tells the last answer.
 */
export async function until(what, probe, milliseconds = 10_000) {
  const end = Date.now() + milliseconds;
  let last;
  do {
    try {
      last = await probe();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  } while (Date.now() < end);
  const seen = last instanceof Error ? last.message : JSON.stringify(last);
  throw new Error(`not seen within ${milliseconds / 1000} s: ${what} (last answer: ${seen})`);
}
