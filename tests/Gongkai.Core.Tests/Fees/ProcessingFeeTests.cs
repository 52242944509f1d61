using Gongkai.Core.Fees;

namespace Gongkai.Core.Tests.Fees;

public class ProcessingFeeTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(30, 100)]
    [InlineData(31, 200)]
    [InlineData(40, 200)]
    [InlineData(41, 300)]
    [InlineData(50, 300)]
    [InlineData(51, 400)]
    [InlineData(60, 400)]
    [InlineData(61, 500)]
    [InlineData(100, 800)]
    [InlineData(101, 900)]
    public void The_price_of_a_piece_follows_its_number_in_the_month(int nth, int yuan) => Assert.Equal(yuan, ProcessingFee.ByPiece(nth));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(30, 2_000)]
    [InlineData(31, 2_200)]
    [InlineData(40, 4_000)]
    [InlineData(41, 4_300)]
    [InlineData(50, 7_000)]
    [InlineData(60, 11_000)]
    [InlineData(100, 37_000)]
    public void The_months_total_grows_tier_by_tier(int pieces, int yuan) => Assert.Equal(yuan, ProcessingFee.ByPieces(0, pieces));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 10)]
    [InlineData(68, 380)]
    [InlineData(100, 700)]
    [InlineData(101, 720)]
    [InlineData(200, 2_700)]
    [InlineData(201, 2_740)]
    [InlineData(500, 14_700)]
    public void A_request_is_charged_by_page_above_thirty(int pages, int yuan) => Assert.Equal(yuan, ProcessingFee.ByPages(pages));

    [Fact]
    public void Pieces_together_cost_what_they_cost_one_by_one()
    {
        for (var before = 0; before < 130; before += 3)
        {
            var total = 0m;
            for (var count = 0; count < 60; count++)
            {
                Assert.Equal(total, ProcessingFee.ByPieces(before, count));
                total += ProcessingFee.ByPiece(before + count + 1);
            }
        }
    }

    [Fact]
    public void Pages_together_cost_what_they_cost_one_by_one()
    {
        var total = 0m;
        for (var page = 1; page <= 700; page++)
        {
            total += page <= 30 ? 0 : page <= 100 ? 10 : page <= 200 ? 20 : 40;
            Assert.Equal(total, ProcessingFee.ByPages(page));
        }
    }

    [Fact]
    public void The_largest_counts_do_not_overflow()
    {
        Assert.True(ProcessingFee.ByPieces(int.MaxValue, int.MaxValue) > ProcessingFee.ByPieces(0, int.MaxValue));
        Assert.Equal(2_700 + (40m * (int.MaxValue - 200)), ProcessingFee.ByPages(int.MaxValue));
        Assert.True(ProcessingFee.ByPiece(int.MaxValue) > 0);
    }

    [Fact]
    public void Counts_below_the_first_are_mistakes_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.ByPiece(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.ByPieces(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.ByPieces(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.ByPages(-1));
    }
}
