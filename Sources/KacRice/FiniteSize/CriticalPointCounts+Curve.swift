extension CriticalPointCounts {
  /// The index fraction at which the mean energy is E: linear between the exact mean energies of
  /// neighbouring indices, 0 below the lowest and 1 above the highest; NaN for NaN.
  public func indexFraction(energy: Double) -> Double {
    if energy.isNaN { return energy }
    let energies = meanEnergyByIndex.map(\.value)
    let last = energies.count - 1
    guard let k = energies.firstIndex(where: { $0 > energy }) else { return 1 }
    guard k > 0 else { return 0 }
    let part = (energy - energies[k - 1]) / (energies[k] - energies[k - 1])
    return (Double(k - 1) + part) / Double(last)
  }
}
