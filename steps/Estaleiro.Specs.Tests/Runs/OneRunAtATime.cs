// Most tests here start a test process of their own, which keeps two processors busy by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
