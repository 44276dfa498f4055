internal import Requirements

/// Colours that stay distinct to colour-blind readers (the palette of Okabe and Ito), and two
/// greys.
///
/// By convention theory is black, data take ``sample(_:)`` in turn, and controls are grey or faint.
/// Grey and faint lines are drawn thinner than the others.
public enum Colour: String, Sendable, Hashable, CaseIterable {
  /// Black, for theory.
  case black = "000000"
  /// A blue, #0072B2.
  case blue = "0072B2"
  /// Vermilion, a red.
  case vermilion = "D55E00"
  /// A bluish green, #009E73.
  case green = "009E73"
  /// An orange, #E69F00.
  case orange = "E69F00"
  /// A sky blue, #56B4E9.
  case skyBlue = "56B4E9"
  /// A reddish purple, #CC79A7.
  case purple = "CC79A7"
  /// Yellow, too pale for thin lines on white.
  case yellow = "F0E442"
  /// Middle grey, for controls.
  case grey = "7F7F7F"
  /// Light grey, for what should not draw attention.
  case faint = "BDBDBD"

  /// The colour of the k-th of several samples; repeats after six.
  ///
  /// - Precondition: `index` is not negative.
  public static func sample(_ index: Int) -> Colour {
    demand(index >= 0, "samples are counted from 0, not \(index)")
    let cycle: [Colour] = [.blue, .vermilion, .green, .orange, .purple, .skyBlue]
    return cycle[index % cycle.count]
  }

  var isGrey: Bool { self == .grey || self == .faint }
}
