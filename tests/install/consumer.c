/* Plays a year of a pack through the installed C interface. Usage: consumer PACK */
#include <stdio.h>
#include <stdlib.h>

#include <thermidor.h>

static uint8_t* read_all(const char* path, uint32_t* size) {
  FILE* file = fopen(path, "rb");
  if (file == NULL) return NULL;
  fseek(file, 0, SEEK_END);
  const long length = ftell(file);
  rewind(file);
  uint8_t* bytes = malloc((size_t)length);
  *size = (uint32_t)fread(bytes, 1, (size_t)length, file);
  fclose(file);
  return bytes;
}

int main(int count, char** words) {
  uint32_t size = 0;
  uint8_t* bytes = count == 2 ? read_all(words[1], &size) : NULL;
  if (bytes == NULL) return 2;
  ThermidorScenario* scenario = thermidor_load(bytes, size);
  free(bytes);
  ThermidorRun* run = scenario != NULL ? thermidor_make(scenario, 7, 20000, THERMIDOR_OUTSIDE_RECORDED, 0) : NULL;
  int played = 0;
  while (run != NULL && played < 12 && thermidor_step(run) != 0) ++played;
  if (played < 12) {
    fprintf(stderr, "%s\n", thermidor_error());
    return 1;
  }
  printf("%d months, %d series, digest %08x%08x\n", played, thermidor_series_count(), thermidor_digest_high(run),
         thermidor_digest_low(run));
  thermidor_free_run(run);
  thermidor_free_scenario(scenario);
  return 0;
}
