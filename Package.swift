// swift-tools-version: 6.2
import PackageDescription

let strict = Context.environment["CI"] != nil

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "Saddlery",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .target(
      name: "COpenBLAS",
      linkerSettings: [
        .linkedLibrary("openblas", .when(platforms: [.linux])),
        .linkedFramework("Accelerate", .when(platforms: [.macOS])),
      ]),
    library("RandomStreams", ["CGSL"]),
    library("LinearAlgebra", ["COpenBLAS"]),
    library("Landscapes", ["LinearAlgebra"]),
    library("SpinGlasses", ["Landscapes", "LinearAlgebra", "RandomStreams"]),
    library("KacRice", ["SpinGlasses"]),
    library("Dynamics", ["Landscapes", "LinearAlgebra"]),
    library("CriticalPoints", ["Landscapes", "LinearAlgebra", "RandomStreams"]),
    .executableTarget(name: "probe", dependencies: ["CriticalPoints","SpinGlasses","LinearAlgebra","Landscapes"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
