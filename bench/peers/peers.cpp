// Times the native peers of Lagrid's kernels, one thread, and prints one line for each:
//
//   case <TAB> peer <TAB> seconds
//
// The cases have the names of the benchmarks they stand beside; seconds are the thread's processor
// time of the fastest of several calls. The first line names the OpenBLAS kernels in use.
//
// Usage: peers [quick]

#include <fflas-ffpack/fflas/fflas.h>
#include <NTL/FFT.h>
#include <flint/nmod_mat.h>
#include <givaro/modular-balanced.h>

#include <time.h>

#include <cstdio>
#include <cstring>
#include <functional>
#include <random>
#include <string>
#include <vector>

// OpenBLAS's own functions; FFLAS-FFPACK declares those of BLAS, and bears no cblas.h beside it.
extern "C" char* openblas_get_corename();
extern "C" void openblas_set_num_threads(int threads);

namespace {

// The first prime of Lagrid's list: below 2^23, and 1 modulo 2^13.
constexpr long kPrime = 8380417;

// Entries of a block in the cases of linear combinations.
constexpr int kEntries = 1 << 20;

using Entries = std::vector<double>;
using Action = std::function<void()>;

bool quick = false;

// This thread's processor time, which other processes disturb less than they do wall time.
double now() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double seconds(const Action& action) {
  double start = now();
  action();
  return now() - start;
}

void report(const std::string& name, const char* peer, const Action& action) {
  double budget = quick ? 0.4 : 2;
  double best = seconds(action);  // also the warm-up
  double spent = best;
  for (int calls = 1; calls < 3 || spent < budget; calls++) {
    double time = seconds(action);
    spent += time;
    best = std::min(best, time);
  }
  std::printf("%s\t%s\t%.9f\n", name.c_str(), peer, best);
  std::fflush(stdout);
}

// Integers of the balanced range, so that the same operands serve every peer.
Entries random_entries(size_t count) {
  static std::mt19937_64 engine(1);
  std::uniform_int_distribution<long> distribution(-kPrime / 2, kPrime / 2);
  Entries entries(count);
  for (double& entry : entries) {
    entry = static_cast<double>(distribution(engine));
  }
  return entries;
}

void dgemm(const std::string& name, int m, int k, int n) {
  Entries a = random_entries(size_t(m) * k);
  Entries b = random_entries(size_t(k) * n);
  Entries c(size_t(m) * n);
  report(name, "openblas", [&] {
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a.data(), k, b.data(), n, 0,
                c.data(), n);
  });
}

void dgemv(const std::string& name, int n) {
  Entries a = random_entries(size_t(n) * n);
  Entries x = random_entries(n);
  Entries y(n);
  report(name, "openblas", [&] {
    cblas_dgemv(CblasRowMajor, CblasNoTrans, n, n, 1, a.data(), n, x.data(), 1, 0, y.data(), 1);
  });
}

void fgemm(const std::string& name, int n) {
  Givaro::ModularBalanced<double> field(kPrime);
  Entries a = random_entries(size_t(n) * n);
  Entries b = random_entries(size_t(n) * n);
  Entries c(size_t(n) * n);
  report(name, "fflas", [&] {
    FFLAS::fgemm(field, FFLAS::FflasNoTrans, FFLAS::FflasNoTrans, n, n, n, field.one, a.data(), n,
                 b.data(), n, field.zero, c.data(), n);
  });
}

void nmod(const std::string& name, int n) {
  nmod_mat_t a, b, c;
  nmod_mat_init(a, n, n, kPrime);
  nmod_mat_init(b, n, n, kPrime);
  nmod_mat_init(c, n, n, kPrime);
  flint_rand_t state;
  flint_randinit(state);
  nmod_mat_randfull(a, state);
  nmod_mat_randfull(b, state);
  report(name, "flint", [&] { nmod_mat_mul(c, a, b); });
  flint_randclear(state);
  nmod_mat_clear(a);
  nmod_mat_clear(b);
  nmod_mat_clear(c);
}

void copy(const std::string& name, size_t count) {
  Entries from = random_entries(count);
  Entries to(count);
  report(name, "memcpy", [&] { std::memcpy(to.data(), from.data(), count * sizeof(double)); });
}

// One forward transform over NTL's first FFT prime, out of place.
void fft(const std::string& name, long log) {
  NTL::UseFFTPrime(0);
  const NTL::FFTPrimeInfo& prime = *NTL::FFTTables[0];
  static std::mt19937_64 engine(2);
  std::uniform_int_distribution<long> distribution(0, prime.q - 1);
  std::vector<long> a(1L << log);
  for (long& entry : a) {
    entry = distribution(engine);
  }
  std::vector<long> x(1L << log);
  report(name, "ntl", [&] { NTL::new_fft(x.data(), a.data(), log, prime); });
}

}  // namespace

int main(int argc, char** argv) {
  quick = argc > 1 && std::string(argv[1]) == "quick";
  openblas_set_num_threads(1);
  flint_set_num_threads(1);
  std::printf("# OpenBLAS kernels: %s\n", openblas_get_corename());
  for (int n : {1024, 2048}) {
    fgemm("product/modular/" + std::to_string(n), n);
    dgemm("product/real/" + std::to_string(n), n, n, n);
    if (n == 1024 || !quick) {
      nmod("product/modular/" + std::to_string(n), n);
    }
  }
  dgemm("combine/20x10x1048576", 20, 10, kEntries);
  dgemm("combine/200x100x131072", 200, 100, kEntries / 8);
  dgemm("combine/12x3x1048576", 12, 3, kEntries);
  dgemm("combine/9x9x1048576", 9, 9, kEntries);
  dgemv("narrow/1", 2000);
  dgemm("narrow/8", 2000, 2000, 8);
  copy("copy", 2000 * 2000);
  fft("transform/65536", 16);
  fft("transform/1048576", 20);
}
