#include "experiment/members_netcdf.hpp"

#include <netcdf.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <set>

namespace thermidor::experiment {
namespace {

// Members written at once: one chunk of the file.
constexpr std::size_t kChunk = 64;
constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

// Names of NetCDF variables: letters, digits, '_', '.', '-' and '+' only, not too long, and none twice.
class VariableNames {
 public:
  std::string of(std::string name) {
    for (char& c : name) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && c != '_' && c != '.' && c != '-') c = '_';
    }
    name.resize(std::min<std::size_t>(name.size(), kLongest));
    if (given_.insert(name).second) return name;
    std::string numbered;
    for (int number = 2; numbered.empty() || !given_.insert(numbered).second; ++number)
      numbered = name + "_" + std::to_string(number);
    return numbered;
  }

 private:
  static constexpr std::size_t kLongest = 120;  // NetCDF takes 256, readers' screens less
  std::set<std::string> given_;
};

// Days since 1970.
int first_day(Month month) {
  const std::chrono::year_month_day day{std::chrono::year{month.year()},
                                        std::chrono::month{static_cast<unsigned>(month.month())}, std::chrono::day{1}};
  return static_cast<int>(std::chrono::sys_days{day}.time_since_epoch().count());
}

// The first fault stays; what follows it does nothing.
class File {
 public:
  explicit File(const std::string& path) { check(nc_create(path.c_str(), NC_NETCDF4 | NC_CLOBBER, &file_)); }
  ~File() { close(); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  int dimension(const char* name, std::size_t length) {
    int id = -1;
    if (good()) check(nc_def_dim(file_, name, length, &id));
    return id;
  }
  int variable(const std::string& name, nc_type type, const std::vector<int>& dimensions,
               const std::vector<std::size_t>& chunk = {}) {
    int id = -1;
    if (good()) check(nc_def_var(file_, name.c_str(), type, static_cast<int>(dimensions.size()), dimensions.data(), &id));
    if (good() && !chunk.empty()) {
      check(nc_def_var_chunking(file_, id, NC_CHUNKED, chunk.data()));
      check(nc_def_var_deflate(file_, id, 1, 1, 1));
      // Each chunk is written once and whole: none is worth keeping.
      check(nc_set_var_chunk_cache(file_, id, 0, 1, 0.0F));
    }
    return id;
  }
  void text(int variable, const char* name, const std::string& value) {
    if (good() && !value.empty()) check(nc_put_att_text(file_, variable, name, value.size(), value.c_str()));
  }
  void missing(int variable, bool wide) {
    if (good())
      check(wide ? nc_put_att_double(file_, variable, "_FillValue", NC_DOUBLE, 1, &kNone)
                 : nc_put_att_float(file_, variable, "_FillValue", NC_FLOAT, 1, &kMissing));
  }
  template <class Call, class... Rest>
  void put(Call call, Rest... rest) {
    if (good()) check(call(file_, rest...));
  }
  void start_writing() {
    if (good()) check(nc_enddef(file_));
  }
  void close() {
    if (file_ >= 0) {
      const int code = nc_close(file_);
      file_ = -1;
      check(code);
    }
  }
  bool good() const { return fault_.empty(); }
  const std::string& fault() const { return fault_; }

 private:
  void check(int code) {
    if (code != NC_NOERR && fault_.empty()) fault_ = nc_strerror(code);
  }
  int file_ = -1;
  std::string fault_;
};

struct Variables {
  int time = -1, arm = -1, member = -1, seed = -1, weight = -1, parameter = -1, parameter_name = -1;
  std::vector<int> outcomes, series;
};

Variables define(File& file, const MembersPlan& plan, std::size_t members, const NetcdfTitle& title) {
  const int arm = file.dimension("arm", plan.arms());
  const int member = file.dimension("member", members);
  const int time = file.dimension("time", plan.months());
  Variables ids;
  ids.arm = file.variable("arm", NC_STRING, {arm});
  file.text(ids.arm, "long_name", "arm of the pair");
  ids.member = file.variable("member", NC_INT64, {member});
  file.text(ids.member, "long_name", "number of the member");
  ids.time = file.variable("time", NC_INT, {time});
  file.text(ids.time, "standard_name", "time");
  file.text(ids.time, "units", "days since " + format_month(plan.params->scenario.start) + "-01");
  file.text(ids.time, "calendar", "proleptic_gregorian");
  file.text(ids.time, "long_name", "first day of the month");
  ids.seed = file.variable("seed", NC_UINT64, {member});
  file.text(ids.seed, "long_name", "seed of all draws of the member");
  ids.weight = file.variable("log_probability", NC_DOUBLE, {member});
  file.text(ids.weight, "long_name", "log probability that the model gave to what was forced before the fork");
  file.text(ids.weight, "units", "1");
  if (!plan.design.parameters().empty()) {
    const int parameter = file.dimension("parameter", plan.design.parameters().size());
    ids.parameter_name = file.variable("parameter", NC_STRING, {parameter});
    ids.parameter = file.variable("constants", NC_DOUBLE, {member, parameter});
    file.text(ids.parameter, "long_name", "constants of the member");
  }
  VariableNames names;
  for (const scenario::Outcome& outcome : plan.outcomes) {
    const int id = file.variable(names.of("outcome." + outcome.id), NC_DOUBLE, {arm, member});
    file.missing(id, true);
    file.text(id, "long_name", outcome.title);
    file.text(id, "units", outcome.unit.empty() ? "1" : outcome.unit);
    ids.outcomes.push_back(id);
  }
  for (const std::string& name : plan.series) {
    const int id = file.variable(names.of(name), NC_FLOAT, {arm, member, time}, {1, std::min(kChunk, members), plan.months()});
    const int series = find_series(name);
    file.missing(id, false);
    if (series >= 0) {
      const SeriesInfo& info = series_list()[static_cast<std::size_t>(series)];
      file.text(id, "long_name", info.text);
      file.text(id, "units", info.unit.empty() ? "1" : info.unit);
    }
    ids.series.push_back(id);
  }
  file.text(NC_GLOBAL, "Conventions", "CF-1.8");
  file.text(NC_GLOBAL, "title", title.title);
  file.text(NC_GLOBAL, "source", title.source);
  file.text(NC_GLOBAL, "history", title.command);
  file.start_writing();
  return ids;
}

void write_axes(File& file, const MembersPlan& plan, std::size_t members, const Variables& ids) {
  std::vector<const char*> arms;
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) arms.push_back(plan.arm_name(arm));
  file.put(nc_put_var_string, ids.arm, arms.data());
  std::vector<long long> numbers;
  for (std::size_t member = 0; member < members; ++member) numbers.push_back(static_cast<long long>(member));
  file.put(nc_put_var_longlong, ids.member, numbers.data());
  std::vector<int> days;
  for (std::size_t m = 0; m < plan.months(); ++m) {
    const Month start = plan.params->scenario.start;
    days.push_back(first_day(start + static_cast<int>(m)) - first_day(start));
  }
  file.put(nc_put_var_int, ids.time, days.data());
  if (ids.parameter_name < 0) return;
  std::vector<const char*> names;
  for (const std::string& name : plan.design.parameters()) names.push_back(name.c_str());
  file.put(nc_put_var_string, ids.parameter_name, names.data());
}

// Members of one chunk, written when it is full.
void write_chunk(File& file, const MembersPlan& plan, const Variables& ids, std::size_t first,
                 const std::vector<MemberRecord>& records) {
  const std::size_t count = records.size();
  if (count == 0) return;
  std::vector<unsigned long long> seeds;
  std::vector<double> weights;
  for (const MemberRecord& record : records) {
    seeds.push_back(record.seed);
    weights.push_back(record.log_probability);
  }
  file.put(nc_put_vara_ulonglong, ids.seed, &first, &count, seeds.data());
  file.put(nc_put_vara_double, ids.weight, &first, &count, weights.data());
  if (ids.parameter >= 0) {
    std::vector<double> constants;
    for (std::size_t i = 0; i < count; ++i) {
      for (const double value : plan.design.values(first + i)) constants.push_back(value);
    }
    const std::array<std::size_t, 2> start = {first, 0};
    const std::array<std::size_t, 2> size = {count, plan.design.parameters().size()};
    file.put(nc_put_vara_double, ids.parameter, start.data(), size.data(), constants.data());
  }
  const std::size_t months = plan.months();
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) {
    const std::array<std::size_t, 3> start = {arm, first, 0};
    const std::array<std::size_t, 3> size = {1, count, months};
    const auto whole = [arm](const MemberRecord& record) { return arm < record.arms.size(); };
    for (std::size_t i = 0; i < ids.outcomes.size(); ++i) {
      std::vector<double> values;
      for (const MemberRecord& record : records) values.push_back(whole(record) ? record.arms[arm].outcomes[i] : kNone);
      file.put(nc_put_vara_double, ids.outcomes[i], start.data(), size.data(), values.data());
    }
    for (std::size_t s = 0; s < ids.series.size(); ++s) {
      std::vector<float> values;
      for (const MemberRecord& record : records) {
        for (std::size_t m = 0; m < months; ++m)
          values.push_back(whole(record) ? record.arms[arm].series[s * months + m] : kMissing);
      }
      file.put(nc_put_vara_float, ids.series[s], start.data(), size.data(), values.data());
    }
  }
}

}  // namespace

std::string write_netcdf(const std::string& path, const MembersPlan& plan, FinishedMembers& members, const NetcdfTitle& title) {
  const std::string fresh = path + ".new";
  std::string fault;
  {
    File file(fresh);
    const Variables ids = define(file, plan, members.count(), title);
    write_axes(file, plan, members.count(), ids);
    std::vector<MemberRecord> records;
    std::size_t first = 0;
    members.each([&](std::size_t member, const std::string& bytes) {
      records.push_back(decode_record(bytes).value_or(MemberRecord{}));
      if (records.size() < kChunk) return;
      write_chunk(file, plan, ids, first, records);
      records.clear();
      first = member + 1;
    });
    write_chunk(file, plan, ids, first, records);
    file.close();
    fault = file.fault();
  }
  std::error_code error;
  if (fault.empty()) std::filesystem::rename(fresh, path, error);
  if (!fault.empty()) std::filesystem::remove(fresh, error);
  return fault.empty() && !error ? std::string() : "cannot write " + path + (fault.empty() ? "" : ": " + fault);
}

}  // namespace thermidor::experiment
