/* The model behind a small C interface: one run at a time per handle, single threaded, no files, no output.
 *
 * A scenario comes as a pack (`thermidor pack NAME --out FILE`). Functions that can fail return 0 or NULL and leave one
 * sentence in thermidor_error(). Months are counted as year * 12 + month - 1. All memory belongs to the library; texts and
 * bytes that it returns live until the next call. Where memory runs out the program ends, in WebAssembly by a trap.
 */
#ifndef THERMIDOR_H
#define THERMIDOR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ThermidorScenario ThermidorScenario;
typedef struct ThermidorRun ThermidorRun;

/* NOLINTNEXTLINE(readability-identifier-naming): a name of C has no scope to live in. */
enum { THERMIDOR_OUTSIDE_RECORDED = 0, THERMIDOR_OUTSIDE_DRAWN = 1 };
/* How often an act under a condition is done. */
/* NOLINTNEXTLINE(readability-identifier-naming): likewise. */
enum { THERMIDOR_ONCE = 0, THERMIDOR_MONTHLY = 1, THERMIDOR_YEARLY = 2 };

/* Version of this interface; changes when a function changes. */
int32_t thermidor_version(void);
/* Why the last call failed; empty if it did not. */
const char* thermidor_error(void);

/* Loads a pack; NULL on fault. Free with thermidor_free_scenario when no run uses it. */
ThermidorScenario* thermidor_load(const uint8_t* bytes, uint32_t size);
void thermidor_free_scenario(ThermidorScenario* scenario);
/* First and last month of the scenario. */
int32_t thermidor_start(const ThermidorScenario* scenario);
int32_t thermidor_end(const ThermidorScenario* scenario);

/* Starts a run. `outside`: one of the two above. `history_until`: first month free of the chronicle, 0 for a free run. Seeds
 * have 32 bits here; the command takes 64. NULL on fault. */
ThermidorRun* thermidor_make(const ThermidorScenario* scenario, uint32_t seed, int32_t sample, int32_t outside,
                             int32_t history_until);
/* The same with every member of the party one by one: a configuration of its own, as a sampling rate is. */
ThermidorRun* thermidor_make_members(const ThermidorScenario* scenario, uint32_t seed, int32_t sample, int32_t outside,
                                     int32_t history_until);
void thermidor_free_run(ThermidorRun* run);
/* A twin of the run: everything that happened and all future luck is shared. */
ThermidorRun* thermidor_fork(const ThermidorRun* run);
/* Adds an act: lever or instrument `name` held at `value` from month `at` to `until` (0: to the end). A later act on the same
 * lever prevails. 0 if the name is unknown, the value out of bounds, or `at` before the scenario's first month. */
int32_t thermidor_hold(ThermidorRun* run, const char* name, double value, int32_t at, int32_t until);
/* The same, done not at a date but in the months from `at` to `until` in which `when` holds of last month's state:
 * "village_hunger > 0.1 and lever.rigour < 0.5", in the language of docs/reference/expressions.md with series, levers, leads,
 * rung, seat, strength and holds. `repeat`: once (it then stands to `until`), in every such month, or at most once in twelve. 0
 * also if the condition cannot be read. */
int32_t thermidor_hold_when(ThermidorRun* run, const char* name, double value, int32_t at, int32_t until, const char* when,
                            int32_t repeat);
/* Plays one month. 0 if a law was broken: see thermidor_error. */
int32_t thermidor_step(ThermidorRun* run);
/* The month to be played next. */
int32_t thermidor_month(const ThermidorRun* run);

/* Observed series: count, name, unit, and the value published in the last month played (0 before the first). */
int32_t thermidor_series_count(void);
const char* thermidor_series_name(int32_t series);
const char* thermidor_series_unit(int32_t series);
double thermidor_series_value(const ThermidorRun* run, int32_t series);

/* Digest of the whole state, low and high half. Equal on all platforms for equal (pack, seed, sample, acts). */
uint32_t thermidor_digest_low(const ThermidorRun* run);
uint32_t thermidor_digest_high(const ThermidorRun* run);

/* State as bytes; `size` receives the length. The bytes live until the next call of this function. Acts are no part of the
 * state: what was held goes on after thermidor_restore only in a run to which it was given. */
const uint8_t* thermidor_save(const ThermidorRun* run, uint32_t* size);
/* Puts saved bytes back into a run of the same scenario. 0 if they do not fit. */
int32_t thermidor_restore(ThermidorRun* run, const uint8_t* bytes, uint32_t size);

#ifdef __cplusplus
}
#endif
#endif
