package io.lagrid.algebra.kernel;

import io.lagrid.algebra.kernel.tile.KernelProvider;
import io.lagrid.algebra.kernel.tile.PlainProvider;
import io.lagrid.algebra.kernel.tile.TileKernel;
import io.lagrid.algebra.transform.TransformKernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The kernels that work in this process. */
final class Providers {
  private Providers() {}

  /** A kernel and the name users choose it by. */
  record Named(String name, TileKernel kernel, TransformKernel transforms) {}

  /** All that work, fastest first; the plain kernel is always among them. */
  static List<Named> working() {
    List<KernelProvider> providers = new ArrayList<>();
    ServiceLoader.load(KernelProvider.class, Providers.class.getClassLoader())
        .forEach(providers::add);
    providers.add(new PlainProvider());
    providers.sort(Comparator.comparingInt(KernelProvider::priority).reversed());
    List<Named> working = new ArrayList<>();
    for (KernelProvider provider : providers) {
      Optional<TileKernel> kernel = provider.kernel();
      kernel.ifPresent(
          found -> working.add(new Named(provider.name(), found, provider.transforms())));
    }
    return List.copyOf(working);
  }
}
