public import ArgumentParser
public import Saddlery

extension SearchMethod: ExpressibleByArgument {
  /// What the help says of each method.
  public static var allValueDescriptions: [String: String] {
    [
      newton.rawValue: "plain Newton; hardly converges in high dimension",
      cappedNewton.rawValue: "Newton with bounded steps; ends near index N/2",
      levenbergMarquardt.rawValue: "descent on |grad H|^2; may end where it is flat",
      saddleFree.rawValue: "descent in every mode; ends in minima",
      indexTargeted.rawValue: "aims at an index",
    ]
  }
}
