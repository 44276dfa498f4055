public import ArgumentParser
public import RandomMatrices

extension Law.SymplecticScale: ExpressibleByArgument {}
