// Index out of range
import Saddlery

print("before")
func second(_ a: [Int], _ i: Int) -> Int { a[i] }
print(second([1, 2], CommandLine.arguments.count + 1))
