public import ArgumentParser
public import Saddlery

extension Law.SymplecticScale: ExpressibleByArgument {}
