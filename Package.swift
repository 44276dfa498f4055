// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors where CI=true is set; a newer compiler's new warnings stop nobody else.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies,
    resources: resources, swiftSettings: settings)
}

// What scripts and experiments see. The umbrella alone would do, but the build system would then
// miss changes in the modules behind it.
let allModules: [Target.Dependency] = [
  "Analysis", "ArrayFiles", "CriticalPoints", "Dynamics", "Figures", "GaussianFields", "KacRice",
  "Landscapes", "LinearAlgebra", "OutputFiles", "RandomMatrices", "RandomStreams", "SpinGlasses",
]

func experiment(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: allModules + [
      "Requirements", "Saddlery",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    path: "Experiments/\(name)", exclude: ["README.md", "results"], swiftSettings: settings)
}

let package = Package(
  name: "Saddlery",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "saddlery", targets: ["SaddleryTool"]),
    .library(name: "Saddlery", targets: ["Saddlery"]),
    // One shared library for Swift scripts, which load it instead of linking every module.
    .library(name: "SaddleryScripting", type: .dynamic, targets: ["Saddlery", "CScripting"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    // System libraries.
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(
      name: "CHDF5", pkgConfig: "hdf5", providers: [.apt(["libhdf5-dev"]), .brew(["hdf5"])]),
    .systemLibrary(
      name: "CFFTW", pkgConfig: "fftw3", providers: [.apt(["libfftw3-dev"]), .brew(["fftw"])]),
    .target(
      name: "COpenBLAS",
      linkerSettings: [
        .linkedLibrary("openblas", .when(platforms: [.linux])),
        .linkedFramework("Accelerate", .when(platforms: [.macOS])),
      ]),

    .target(name: "CPathTracking"),
    .target(name: "CScripting"),
    .target(name: "CArrayReader", dependencies: ["CHDF5"]),

    // Library modules, each importing only modules above it.
    library("Requirements", []),
    library("RandomStreams", ["CGSL", "Requirements"]),
    library(
      "LinearAlgebra",
      [
        "COpenBLAS", "Requirements", .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    library(
      "OutputFiles",
      ["Requirements", .product(name: "SystemPackage", package: "swift-system")]),
    library("ArrayFiles", ["CArrayReader", "CHDF5", "OutputFiles", "Requirements"]),
    library("Figures", ["OutputFiles", "Requirements"]),
    library("Landscapes", ["LinearAlgebra", "Requirements"]),
    library(
      "SpinGlasses",
      ["ArrayFiles", "Landscapes", "LinearAlgebra", "OutputFiles", "RandomStreams", "Requirements"]),
    library(
      "GaussianFields",
      ["CFFTW", "CGSL", "Landscapes", "LinearAlgebra", "RandomStreams", "Requirements"]),
    library(
      "RandomMatrices",
      [
        "CGSL", "LinearAlgebra", "RandomStreams", "Requirements",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    library(
      "KacRice",
      [
        "LinearAlgebra", "RandomMatrices", "RandomStreams", "Requirements", "SpinGlasses",
      ]),
    library(
      "CriticalPoints",
      [
        "CPathTracking", "Landscapes", "LinearAlgebra", "RandomStreams", "Requirements",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    library("Dynamics", ["Landscapes", "LinearAlgebra", "Requirements"]),
    library(
      "Analysis",
      [
        "CGSL", "CriticalPoints", "Dynamics", "Figures", "GaussianFields", "KacRice", "Landscapes",
        "LinearAlgebra",
        "OutputFiles", "RandomMatrices", "Requirements", "SpinGlasses",
      ]),
    library("Saddlery", allModules),

    // The command line and the experiments.
    .executableTarget(
      name: "SaddleryTool",
      dependencies: [
        "Analysis", "ArrayFiles", "CriticalPoints", "Figures", "GaussianFields", "KacRice",
        "Landscapes", "LinearAlgebra", "OutputFiles", "RandomMatrices", "Requirements",
        "SpinGlasses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: settings),
    experiment("CoinFlip"),
    experiment("ComplexityFan"),
    experiment("CountingCriticalPoints"),
    experiment("CriticalPointsOfAPlane"),
    experiment("FiniteSizeCurve"),
    experiment("GaussianFieldIndex"),
    experiment("IndexVersusEnergy"),
    experiment("SearchBias"),
    experiment("SpectralLaws"),
    experiment("SpikedTensor"),
    experiment("TopologyTrivialization"),
    .executableTarget(
      name: "Benchmarks", dependencies: allModules + ["Requirements", "Saddlery"],
      path: "Benchmarks",
      exclude: [
        "compare.py", "gstools_peer.py", "numpy_peer.py", "phcpack.py", "skrmt_peer.py",
      ],
      swiftSettings: settings),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "ForeignFiles", dependencies: ["ArrayFiles", "CHDF5"], path: "Tests/ForeignFiles",
      swiftSettings: settings),
    .target(
      name: "LandscapeConformance", dependencies: ["Landscapes", "LinearAlgebra", "RandomStreams"],
      path: "Tests/LandscapeConformance", swiftSettings: settings),
    tests(
      of: "LinearAlgebra",
      [
        "RandomStreams", .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    tests(
      of: "Landscapes", ["LandscapeConformance", "LinearAlgebra", "RandomStreams"]),
    tests(
      of: "SpinGlasses",
      [
        "CGSL", "CHDF5", "ForeignFiles", "LandscapeConformance", "Landscapes", "LinearAlgebra",
        "RandomStreams", "TestSupport",
      ]),
    tests(
      of: "GaussianFields",
      [
        "CGSL", "CriticalPoints", "Dynamics", "KacRice", "LandscapeConformance", "Landscapes",
        "LinearAlgebra", "RandomStreams", "TestSupport",
      ],
      resources: [.copy("Reference")]),
    tests(
      of: "RandomMatrices",
      [
        "LinearAlgebra", "RandomStreams", "TestSupport",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      resources: [.copy("Reference")]),
    tests(
      of: "RandomStreams", ["CGSL", "TestSupport"], resources: [.copy("Reference")]),
    tests(
      of: "OutputFiles", ["TestSupport"]),
    tests(
      of: "ArrayFiles", ["CHDF5", "ForeignFiles", "TestSupport"]),
    tests(
      of: "Figures", ["OutputFiles", "RandomStreams", "TestSupport"]),
    tests(
      of: "CriticalPoints",
      ["Landscapes", "LinearAlgebra", "RandomStreams", "SpinGlasses", "TestSupport"]),
    tests(
      of: "SaddleryTool",
      ["ArrayFiles", "LinearAlgebra", "OutputFiles", "SpinGlasses", "TestSupport"]),
    tests(
      of: "KacRice",
      ["LinearAlgebra", "RandomMatrices", "RandomStreams", "SpinGlasses", "TestSupport"],
      resources: [.copy("Reference")]),
    tests(
      of: "Dynamics", ["Landscapes", "LinearAlgebra", "RandomStreams", "SpinGlasses"]),
    tests(
      of: "Analysis",
      [
        "CriticalPoints", "Figures", "GaussianFields", "KacRice", "Landscapes", "LinearAlgebra",
        "OutputFiles", "RandomStreams", "SpinGlasses",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
