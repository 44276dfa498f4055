// Unexpectedly found nil
import Saddlery

print("before")
print(Double(CommandLine.arguments.count > 9 ? "1" : "x")!)
