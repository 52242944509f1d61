using Gongkai.Bench.Fuzzing;

namespace Gongkai.Reports.Tests.Fuzzing;

/// <summary>每次测试读四百个变异的输入；十万个见 <c>./build bench fuzz</c>。</summary>
public class FuzzTests
{
    private const ulong Seed = 20230101;
    private const int Inputs = 400;

    [Fact]
    public void Mutated_samples_and_random_bytes_never_break_an_invariant()
    {
        var mutator = new Mutator(Corpus.Load());
        using var watchdog = new Watchdog();
        for (var index = 0; index < Inputs; index++)
        {
            var broken = watchdog.Check(mutator.Make(Seed, index));
            Assert.True(broken.Count == 0, $"again: ./build bench fuzz replay {Seed} {index}\n{string.Join('\n', broken)}");
        }
    }

    [Fact]
    public void The_samples_themselves_break_no_invariant()
    {
        using var watchdog = new Watchdog();
        foreach (var sample in Corpus.Load())
        {
            var broken = watchdog.Check(new FuzzInput(sample.Name, sample.Content));
            Assert.True(broken.Count == 0, $"{sample.Group}/{sample.Name}\n{string.Join('\n', broken)}");
        }
    }

    [Fact]
    public void The_same_bytes_are_read_the_same_twice()
    {
        var mutator = new Mutator(Corpus.Load());
        using var watchdog = new Watchdog();
        for (var index = 0; index < 40; index++)
        {
            var input = mutator.Make(Seed + 1, index);
            watchdog.Check(input);
            var first = Fingerprint.Of(watchdog.Result!);
            watchdog.Check(input);
            Assert.Equal(first, Fingerprint.Of(watchdog.Result!));
        }
    }

    [Fact]
    public void A_seed_and_an_index_always_make_the_same_input()
    {
        var (one, two) = (new Mutator(Corpus.Load()), new Mutator(Corpus.Load()));
        for (var index = 0; index < 100; index++)
        {
            Assert.Equal(one.Make(Seed, index).Content, two.Make(Seed, index).Content);
        }
    }
}
