// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "rehearse",
  products: [.executable(name: "rehearse", targets: ["rehearse"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark-gfm"),
    .systemLibrary(name: "CReadline"),
    .target(name: "RehearseCore", dependencies: ["CCommonMark"], swiftSettings: strict),
    .target(
      name: "RehearseStore",
      dependencies: [
        "RehearseCore",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "rehearse",
      dependencies: [
        "RehearseCore", "RehearseStore", "CReadline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RehearseCoreTests", dependencies: ["RehearseCore"],
      swiftSettings: strict),
    .testTarget(
      name: "RehearseStoreTests", dependencies: ["RehearseStore", "RehearseCore"],
      swiftSettings: strict),
    .testTarget(
      name: "RehearseTests", dependencies: ["rehearse", "RehearseStore", "RehearseCore"],
      exclude: [
        "Courses", "LanguageServer/Clients", "LanguageServer/Course", "Terminal/Fixtures",
        "Transcripts",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
